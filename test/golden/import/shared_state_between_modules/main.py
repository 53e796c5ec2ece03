import config, worker_a, worker_b
worker_a.run()
worker_b.run()
print config.log, worker_a.config is worker_b.cfg
config.log = []
worker_a.run()
print config.log
