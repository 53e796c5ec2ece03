# A module that reloads itself is run once more, not again and again.
import again

print again.runs, reload(again) is again, again.runs
