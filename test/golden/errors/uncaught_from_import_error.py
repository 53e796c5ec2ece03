from os import path, no_such_thing
