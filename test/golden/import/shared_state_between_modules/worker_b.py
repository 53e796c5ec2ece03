import config as cfg
def run(): cfg.log.append('b')
