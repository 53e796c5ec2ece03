import string
import helper
from helper import name
def report(): return string.name, helper.__name__, name
