def f(): return 'f'
