"""Read, place, select and draw reported walkouts and marches. Pages import the modules by name."""
