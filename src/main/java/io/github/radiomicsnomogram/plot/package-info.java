/**
 * Figures of finished results. A figure is a {@link io.github.radiomicsnomogram.plot.Scene}, which
 * {@link io.github.radiomicsnomogram.plot.Figures} turns into SVG, PNG or a picture on the screen.
 */
package io.github.radiomicsnomogram.plot;
