/**
 * ImageJ: images and ROIs as volumes and masks, the main job for every front end, and what it shows. Only
 * {@code command} knows SciJava, so that the rest works in plain ImageJ.
 */
package io.github.radiomicsnomogram.fiji;
