import textwrap
print textwrap.mine
from textwrap import mine
print mine
