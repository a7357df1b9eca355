package io.github.radiomicsnomogram.volume;

/** How far beyond a ROI somebody will look at an image: what a reader must read. */
public enum Reach {
		/** The numbers in the ROI's box, and here and there a slice. */
		ROI,
		/** What filters and resampling need around it, in the type of the whole image. */
		SURROUNDINGS,
		/** Each slice once, from the first to the last, with what lies in the ROI's box in passing. */
		ONCE,
		/** All of it, again and again. */
		WHOLE
}
