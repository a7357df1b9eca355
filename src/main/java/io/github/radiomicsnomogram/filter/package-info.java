/** PyRadiomics' image types: images computed from an image, whose features are taken in the same ROI. */
package io.github.radiomicsnomogram.filter;
