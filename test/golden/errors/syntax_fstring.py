x = f'{y}'
