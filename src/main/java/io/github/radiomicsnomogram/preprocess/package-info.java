/** What happens to image and ROI before filters and features: normalising, resampling, cropping, resegmenting. */
package io.github.radiomicsnomogram.preprocess;
