"""Names, numbers and the exception class of regular expressions."""
from _re import MAGIC, error

MAXREPEAT = 4294967295L

# The operations, by number.
_NAMES = (
    'failure success any any_all assert assert_not at branch call category '
    'charset bigcharset groupref groupref_exists groupref_ignore in in_ignore '
    'info jump literal literal_ignore mark max_until min_until not_literal '
    'not_literal_ignore negate range repeat repeat_one subpattern '
    'min_repeat_one').split()
_AT_NAMES = (
    'at_beginning at_beginning_line at_beginning_string at_boundary '
    'at_non_boundary at_end at_end_line at_end_string at_loc_boundary '
    'at_loc_non_boundary at_uni_boundary at_uni_non_boundary').split()
_CATEGORY_NAMES = (
    'category_digit category_not_digit category_space category_not_space '
    'category_word category_not_word category_linebreak '
    'category_not_linebreak category_loc_word category_loc_not_word '
    'category_uni_digit category_uni_not_digit category_uni_space '
    'category_uni_not_space category_uni_word category_uni_not_word '
    'category_uni_linebreak category_uni_not_linebreak').split()

for _name in _NAMES + _AT_NAMES + _CATEGORY_NAMES + ['max_repeat',
                                                     'min_repeat']:
    globals()[_name.upper()] = _name
del _name


def makedict(list):
    """The place of each item."""
    return dict((item, place) for place, item in enumerate(list))


OPCODES = makedict(_NAMES)
ATCODES = makedict(_AT_NAMES)
CHCODES = makedict(_CATEGORY_NAMES)

OP_IGNORE = {GROUPREF: GROUPREF_IGNORE, IN: IN_IGNORE,
             LITERAL: LITERAL_IGNORE, NOT_LITERAL: NOT_LITERAL_IGNORE}
AT_MULTILINE = {AT_BEGINNING: AT_BEGINNING_LINE, AT_END: AT_END_LINE}
AT_LOCALE = {AT_BOUNDARY: AT_LOC_BOUNDARY,
             AT_NON_BOUNDARY: AT_LOC_NON_BOUNDARY}
AT_UNICODE = {AT_BOUNDARY: AT_UNI_BOUNDARY,
              AT_NON_BOUNDARY: AT_UNI_NON_BOUNDARY}
CH_LOCALE = dict((name, name) for name in _CATEGORY_NAMES[:8])
CH_LOCALE.update({CATEGORY_WORD: CATEGORY_LOC_WORD,
                  CATEGORY_NOT_WORD: CATEGORY_LOC_NOT_WORD})
CH_UNICODE = dict((name, name.replace('category_', 'category_uni_'))
                  for name in _CATEGORY_NAMES[:8])

SRE_FLAG_TEMPLATE = 1
SRE_FLAG_IGNORECASE = 2
SRE_FLAG_LOCALE = 4
SRE_FLAG_MULTILINE = 8
SRE_FLAG_DOTALL = 16
SRE_FLAG_UNICODE = 32
SRE_FLAG_VERBOSE = 64
SRE_FLAG_DEBUG = 128
SRE_INFO_PREFIX = 1
SRE_INFO_LITERAL = 2
SRE_INFO_CHARSET = 4
