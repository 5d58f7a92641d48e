"""What a workshop says, by ids that stay: flags a family may tick, languages, and the messages a leader may send.

English here; the Spanish stands in translations/es-words.yml, like that of every text Python draws. Nothing is typed freely by a leader or a family,
so nothing of a family's story can come into a workshop's data.
"""
from collections.abc import Mapping

LAWYER, PHONE, CHILD, HEARING, SPEAKS = 'lawyer', 'phone', 'child', 'hearing', 'speaks'
# What the board shows, in words of what to do. `{days}` and `{language}` are filled in.
FLAGS: Mapping[str, str] = {
    LAWYER: 'Needs a lawyer today',
    PHONE: 'Phone not safe',
    CHILD: 'Child with an adult who is not the parent',
    HEARING: 'Hearing in {days} days',
    SPEAKS: 'Speaks {language}',
}
# What the family reads beside the box.
ASKED: Mapping[str, str] = {
    LAWYER: 'I need to talk to a lawyer today',
    PHONE: 'My phone is not safe',
    CHILD: 'A child is here with an adult who is not the mother or father',
    HEARING: 'I have a hearing soon. In how many days?',
    SPEAKS: 'I speak another language better than Spanish or English',
}
SPOKEN: Mapping[str, str] = {
    'mam': 'Mam', 'kiche': "K'iche'", 'qanjobal': "Q'anjob'al", 'qeqchi': "Q'eqchi'", 'ixil': 'Ixil', 'chuj': 'Chuj', 'akateko': 'Akateko',
    'popti': "Popti'", 'kaqchikel': 'Kaqchikel', 'nahuatl': 'Nahuatl', 'mixtec': 'Mixtec', 'zapotec': 'Zapotec', 'kichwa': 'Kichwa',
    'quechua': 'Quechua', 'garifuna': 'Garifuna', 'miskito': 'Miskito', 'haitian_creole': 'Haitian Creole', 'other': 'Another language',
}
LONGEST_DAYS = 365
MESSAGES: Mapping[str, str] = {
    'coming': 'I am coming to you. Please wait a moment.',
    'to_table': 'Please come to the leaders at the front.',
    'break': 'It is time for a break. What you sent is saved.',
    'listen': 'Please look at the front. We are explaining something together.',
    'keep_words': 'Before you leave, save your answers with the five words.',
    'print_now': 'You can print your papers now.',
    'ending': 'The workshop ends in ten minutes. What you sent is saved.',
}
# What the leader does with each kind of slide; also printed with the agenda.
NOTES: Mapping[str, str] = {
    'scene': 'Read the title. Let two people talk for one minute. Ask for ideas, not for what happened to anyone.',
    'say': 'Everyone says it out loud, three times. Then one person plays the officer, calmly, from a script.',
    'do': 'Read one line, wait, and ask what it means. Say when you do not know.',
    'after': 'Read it slowly. Anyone this happened to can talk to a lawyer today: show where.',
    'question': 'Read the question and the answers. Phones answer now. The result stays hidden until you go on.',
    'result': 'Explain why. Counts under five are not shown. Nobody says who answered what.',
    'read': 'Read one line, wait, and ask what it means. Say when you do not know.',
    'ask': 'Two by two: one reads a question, the other answers out loud. Do not suggest answers. Nobody tells the room.',
    'can': 'Turn the problem over. Read one line and ask who would do it, and when.',
}


def is_flag(name: str, value: str) -> bool:
    """Whether a family may tick this with this value: a hearing brings its days, a language its id, the others nothing more than `1`."""
    if name == HEARING:
        return value.isascii() and value.isdigit() and len(value) <= len(str(LONGEST_DAYS)) and int(value) <= LONGEST_DAYS
    return value in SPOKEN if name == SPEAKS else name in FLAGS and value == '1'
