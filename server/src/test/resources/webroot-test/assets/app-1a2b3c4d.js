export const words = ["woord", "woord", "woord", "woord", "woord", "woord", "woord", "woor
d", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woor
d", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woor
d", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woor
d", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woor
d", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woor
d", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woor
d", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woor
d", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woor
d", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woor
d", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woor
d", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woor
d", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woor
d", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woor
d", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woor
d", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woor
d", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woor
d", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woor
d", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woor
d", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woord", "woor
d", "woord", "woord"];
