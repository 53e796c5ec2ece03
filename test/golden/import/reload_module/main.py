import state
state.counter += 5
state.extra = 'kept'
old = state.get
print state.counter
reload(state)
print state.counter, state.extra, old is state.get, old()
