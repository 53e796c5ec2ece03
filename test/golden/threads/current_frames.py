# The frame of the thread that asks.
import sys
import thread


def ask():
    frame = sys._current_frames()[thread.get_ident()]
    return frame.f_code.co_name, frame.f_back.f_code.co_name


def outer():
    return ask()


print outer()
