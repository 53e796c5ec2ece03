raise ValueError('a long message ' + 'x' * 3 + ' with a long source line that goes on and on and on and on and on and on and on and on and on and on and on to the end')
