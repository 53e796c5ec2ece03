# leading
#no space
x = 1 # trailing
    # odd indentation
if x: # after colon
        # deeper
    print x # body
  # less
# none
else: # else
    pass
def f(a, # first
      b): # second
    # only comment before body

    return a + b # end
print f(1, # arg
        2)
l = [ # open
] # close
print l, '#', "# not a comment"
# no newline at end
