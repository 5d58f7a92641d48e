"""placeholder"""
def told(answers): return ''
