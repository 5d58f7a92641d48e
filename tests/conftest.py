"""What all tests share: property tests try the same examples every time and are never timed."""
from hypothesis import settings

settings.register_profile('house', deadline=None, derandomize=True, database=None)
settings.load_profile('house')
