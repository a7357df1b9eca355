package io.github.radiomicsnomogram.fiji;

import ij.ImagePlus;

import io.github.radiomicsnomogram.io.DicomTags;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Acquisition attributes that ImageJ keeps as text: of the image, or of its first slice. */
final class ImageTags {

	/** "0018,0060  KVP: 120", as ImageJ and Bio-Formats write it. */
	private static final Pattern LINE = Pattern.compile("(?m)^\\s*([0-9A-Fa-f]{4},[0-9A-Fa-f]{4})\\s+[^:=\\n]*[:=][ \\t]*(.*)$");

	private ImageTags() {}

	/** By DICOM keyword; empty if the image carries none. */
	static Map<String, String> of(final ImagePlus image) {
		final Map<String, String> tags = parse(image.getInfoProperty());
		return tags.isEmpty() ? parse(image.getStack().getSliceLabel(1)) : tags;
	}

	private static Map<String, String> parse(final String text) {
		final Map<String, String> tags = new TreeMap<>();
		if (text == null) return tags;
		final Matcher line = LINE.matcher(text);
		while (line.find()) {
			final String value = line.group(2).trim();
			DicomTags.keyword(line.group(1)).filter(k -> !value.isEmpty()).ifPresent(k -> tags.putIfAbsent(k, value));
		}
		return tags;
	}
}
