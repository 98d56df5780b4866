"""Two threads add 1 to one number, a million times each. What does this print?"""

import threading

counter = 0


def add_a_million():
    global counter
    for _ in range(1_000_000):
        counter += 1


threads = [threading.Thread(target=add_a_million) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print(counter)
