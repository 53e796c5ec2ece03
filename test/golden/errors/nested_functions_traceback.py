def level1():
    def level2():
        def level3():
            raise NotImplementedError('deep')
        level3()
    level2()
level1()
