# Zero bytes in the environment of a new program.
import os
for env in {'A\0B': 'x'}, {'A': 'x\0y'}, {'A=B': 'x'}, {1: 'x'}, {'A': 1}:
    try:
        os.execve('/bin/true', ['true'], env)
    except (TypeError, ValueError) as e:
        print type(e).__name__, e
