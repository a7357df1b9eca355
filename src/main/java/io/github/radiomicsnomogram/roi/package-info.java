/** From outlines and labels on slices to {@link io.github.radiomicsnomogram.volume.Mask}. */
package io.github.radiomicsnomogram.roi;
