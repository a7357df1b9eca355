/**
 * Figures of finished results. A figure is a {@link io.github.radiomicsnomogram.plot.Scene}, which
 * {@link io.github.radiomicsnomogram.plot.Figures} turns into SVG, PDF, PNG or a picture on the screen. Figures for print
 * are {@link io.github.radiomicsnomogram.plot.Figure}s: records of results that draw themselves at a width.
 */
package io.github.radiomicsnomogram.plot;
