import config
def run(): config.log.append('a')
