/**
 * Readers and writers of image files; nothing else in the engine touches a file. A reader gives a calibrated
 * {@link io.github.radiomicsnomogram.volume.Volume} with spacing in mm and LPS coordinates, or refuses with a message
 * that names the file, the field and what to do.
 */
package io.github.radiomicsnomogram.io;
