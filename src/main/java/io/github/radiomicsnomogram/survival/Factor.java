package io.github.radiomicsnomogram.survival;

import java.util.List;

/**
 * A categorical variable.
 *
 * @param levels names; the first is the reference
 * @param codes index of each patient's level, -1 if missing
 */
public record Factor(List<String> levels, int[] codes) {

	public Factor {
		levels = List.copyOf(levels);
		codes = codes.clone();
	}

	@Override
	public int[] codes() {
		return codes.clone();
	}

	/** Number of patients. */
	public int size() {
		return codes.length;
	}
}
