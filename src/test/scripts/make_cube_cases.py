"""Write the area and the volume that PyRadiomics' mesh has in each of the 256 cases of marching cubes.

usage: make_cube_cases.py ../resources/shape/cube-cases.csv     (with PyRadiomics 3.1.0)

area, volume: the surface within one cube of eight voxels, bit k of the case being the cube's corner k.
closed_area, closed_volume: the mesh around these voxels alone, with an empty voxel on every side; 27 cubes.
"""
import csv
import sys

import numpy as np
from radiomics import cShape

SPACING = np.array([2.5, 1.1, 0.8])  # z, y, x
CORNERS = [(0, 0, 0), (0, 0, 1), (0, 1, 1), (0, 1, 0), (1, 0, 0), (1, 0, 1), (1, 1, 1), (1, 1, 0)]

with open(sys.argv[1], "w", newline="") as f:
    table = csv.writer(f, lineterminator="\n")
    table.writerow(("case", "area", "volume", "closed_area", "closed_volume"))
    for case in range(256):
        cube = np.zeros((2, 2, 2), bool)
        for k, corner in enumerate(CORNERS):
            cube[corner] = case >> k & 1
        row = [case]
        for mask in (cube, np.pad(cube, 1)):
            area, volume, _ = cShape.calculate_coefficients(mask, SPACING)
            row += [repr(area), repr(volume)]
        table.writerow(row)
