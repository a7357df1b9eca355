package io.github.radiomicsnomogram.model;

import io.github.radiomicsnomogram.volume.ImageInfo;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.regex.Pattern;

/** What an image's tags say of the contrast agent and its phase. */
final class ContrastPhase {

	private static final double SECONDS_A_DAY = 86400;
	private static final Pattern TIME = Pattern.compile("\\d{6}(\\.\\d{1,6})?");
	private static final Pattern NO_AGENT = Pattern.compile("(no|none|without|w/o|n/a|-|0)?", Pattern.CASE_INSENSITIVE);

	/** Words of series descriptions, in the languages' abbreviations that scanners write. */
	private enum Phase {
			NATIVE("native|non-?\\s?contrast|unenhanced|plain|without|w/o|nativ"),
			ARTERIAL("arter\\w*|art"),
			VENOUS("\\w*ven|\\w*venous|vein|venos\\w*|portal|pv|pvp"),
			DELAYED("delay\\w*|late");

		private final Pattern words;

		Phase(final String words) {
			this.words = Pattern.compile("(?<![a-z])(" + words + ")(?![a-z])");
		}
	}

	private final ImageInfo info;

	ContrastPhase(final ImageInfo info) {
		this.info = info;
	}

	/** Whether the tags name a contrast agent. */
	boolean hasAgent() {
		return !NO_AGENT.matcher(info.tag("ContrastBolusAgent").orElse("").trim()).matches();
	}

	/** How the image's phase differs from the expected one, in words; nothing if it agrees or can't be told. */
	Optional<String> differs(final Acquisition expected) {
		final OptionalDouble delay = delay();
		if (delay.isPresent() && expected.delayAccepted().isPresent()) return expected.delayAccepted().get().contains(delay
			.getAsDouble()) ? Optional.empty() : Optional.of("The image was taken " + Text.rounded(delay.getAsDouble()) +
				" s after the start of the contrast (accepted: " + Text.number(expected.delayAccepted().get().min()) + " to " +
				Text.number(expected.delayAccepted().get().max()) + " s)");
		final String description = info.tag("SeriesDescription").orElse("");
		final Set<Phase> found = phases(description);
		final boolean agrees = found.stream().anyMatch(p -> p.name().equalsIgnoreCase(expected.phase()));
		return found.isEmpty() || agrees || expected.phase().isEmpty() ? Optional.empty() : Optional.of(
			"The series description '" + description.trim() + "' names another phase");
	}

	/** Seconds from the start of the contrast to the acquisition; nothing if the tags don't tell. */
	private OptionalDouble delay() {
		final OptionalDouble start = seconds("ContrastBolusStartTime"), taken = seconds("AcquisitionTime");
		if (start.isEmpty() || taken.isEmpty()) return OptionalDouble.empty();
		final double delay = taken.getAsDouble() - start.getAsDouble();
		return OptionalDouble.of(delay < 0 ? delay + SECONDS_A_DAY : delay);
	}

	/** A DICOM time, HHMMSS.FFFFFF, in seconds of the day. */
	private OptionalDouble seconds(final String keyword) {
		final String text = info.tag(keyword).orElse("").trim();
		if (!TIME.matcher(text).matches()) return OptionalDouble.empty();
		return OptionalDouble.of(3600.0 * Integer.parseInt(text.substring(0, 2)) + 60.0 * Integer.parseInt(text.substring(2,
			4)) + Double.parseDouble(text.substring(4)));
	}

	private static Set<Phase> phases(final String description) {
		final String text = description.toLowerCase(Locale.ROOT);
		final Set<Phase> found = EnumSet.noneOf(Phase.class);
		for (final Phase p : Phase.values())
			if (p.words.matcher(text).find()) found.add(p);
		return found;
	}
}
