/** The same commands for plain ImageJ 1, listed in plugins.config. */
package io.github.radiomicsnomogram.fiji.ij1;
