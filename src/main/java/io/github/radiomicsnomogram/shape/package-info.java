/**
 * What a ROI's outline alone says: the surface mesh with its area and volume, diameters, principal axes; the same in a
 * plane. Everything is counted in whole half-voxels first and becomes mm at the end, so results are exact up to the last
 * rounding and don't depend on the number of threads.
 */
package io.github.radiomicsnomogram.shape;
