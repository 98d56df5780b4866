"""The same two threads, with a call between the read of the counter and the write."""

import threading

counter = 0


# ANCHOR: loop
def one():
    return 1


def add_a_million():
    global counter
    for _ in range(1_000_000):
        counter = counter + one()
# ANCHOR_END: loop


threads = [threading.Thread(target=add_a_million) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print(counter)
