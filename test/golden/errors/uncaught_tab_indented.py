def f():
	if True:
		raise ValueError('tabs are stripped')
f()
