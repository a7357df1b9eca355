package io.github.radiomicsnomogram.cohort;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The results of a ROI.
 *
 * @param front what identifies it: text by column, in order
 * @param cells results in order; none if it failed
 * @param failure why it failed, "" if it didn't
 */
public record ResultRow(Map<String, String> front, List<ResultCell> cells, String failure) {

	public ResultRow {
		front = Collections.unmodifiableMap(new LinkedHashMap<>(front));
		cells = List.copyOf(cells);
	}

	/** Results. */
	public static ResultRow of(final Map<String, String> front, final List<ResultCell> cells) {
		return new ResultRow(front, cells, "");
	}

	/** No results. */
	public static ResultRow failed(final Map<String, String> front, final String failure) {
		return new ResultRow(front, List.of(), failure);
	}

	/** Whether there are no results. */
	public boolean isFailed() {
		return !failure.isEmpty();
	}
}
