import string
name = string.name
