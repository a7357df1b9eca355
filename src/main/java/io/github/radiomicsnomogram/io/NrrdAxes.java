package io.github.radiomicsnomogram.io;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The axes of a NRRD file that lie in space. Axes of one sample that don't (a list or time axis) are left out, longer
 * ones are refused.
 */
final class NrrdAxes {

	private static final Set<String> IN_SPACE = Set.of("domain", "space", "???", "none", "");
	private static final Pattern VECTOR_OR_NONE = Pattern.compile("\\(([^)]*)\\)|none");

	/** For an image that must have one channel. */
	static final int ONLY = -1;

	private final NrrdHeader header;
	private final int channel;
	private int channels = 1;
	private boolean channelsFirst = true;
	private final long[] sizes;
	private final String[] kinds;
	/** Null for an axis without a direction. */
	private final double[][] directions;
	private final List<Integer> kept = new ArrayList<>();

	/**
	 * @param channel to read of an image with several, from 0, or {@link #ONLY}
	 */
	NrrdAxes(final NrrdHeader header, final int channel) {
		this.header = header;
		this.channel = channel;
		final int n = dimension();
		sizes = sizes(n);
		kinds = new String[n];
		Arrays.fill(kinds, "");
		if (header.field("kinds").isPresent()) System.arraycopy(words("kinds", n), 0, kinds, 0, n);
		directions = directions(n);
		keep();
	}

	/** Indices in the file of the two or three axes in space, fastest first. */
	List<Integer> kept() {
		return kept;
	}

	/** Samples along x, y, z. */
	long[] size() {
		return new long[] { sizes[kept.get(0)], sizes[kept.get(1)], kept.size() > 2 ? sizes[kept.get(2)] : 1 };
	}

	/** Number of channels. */
	int channels() {
		return channels;
	}

	/** Whether the channels' samples stand side by side for each voxel; else each channel is an image, one after the other. */
	boolean areChannelsFirst() {
		return channelsFirst;
	}

	/** Number of axes in the file. */
	int count() {
		return sizes.length;
	}

	/** Whether every axis in space has a direction. */
	boolean haveDirections() {
		return kept.stream().allMatch(i -> directions[i] != null);
	}

	/** Space direction of the axis in the file. */
	double[] direction(final int axis) {
		return directions[axis];
	}

	/** Parses "(a,b,c)". */
	double[] vector(final String text, final String spelled) {
		final String t = text.trim();
		if (!t.startsWith("(") || !t.endsWith(")")) throw header.bad("has '" + t + "' in '" + spelled +
			"' where a vector (x,y,z) belongs", "Correct it.");
		final String[] numbers = t.substring(1, t.length() - 1).split(",");
		final double[] v = new double[numbers.length];
		for (int i = 0; i < v.length; i++)
			v[i] = header.number(numbers[i], spelled);
		return v;
	}

	private int dimension() {
		header.required("dimension", "dimension");
		final int n = header.integer("dimension", "dimension", 0);
		if (n < 1 || n > 16) throw header.bad("has dimension " + n, "Export it again.");
		return n;
	}

	private long[] sizes(final int n) {
		final double[] values = header.numbers("sizes", "sizes", n);
		final long[] result = new long[n];
		for (int i = 0; i < n; i++) {
			if (!(values[i] >= 1 && values[i] <= Integer.MAX_VALUE && values[i] == Math.rint(values[i]))) throw header.bad(
				"has impossible sizes: " + header.required("sizes", "sizes"), "Export it again.");
			result[i] = (long) values[i];
		}
		return result;
	}

	private String[] words(final String identifier, final int n) {
		final String[] words = header.required(identifier, identifier).trim().toLowerCase(Locale.ROOT).split("\\s+");
		if (words.length != n) throw header.bad("gives " + words.length + " " + identifier + " for " + n + " axes",
			"Export it again.");
		return words;
	}

	private double[][] directions(final int n) {
		final double[][] result = new double[n][];
		if (header.field("spacedirections").isEmpty()) return result;
		final Matcher m = VECTOR_OR_NONE.matcher(header.required("spacedirections", "space directions"));
		int i = 0;
		while (m.find()) {
			if (i < n && !m.group().equals("none")) result[i] = vector(m.group(), "space directions");
			i++;
		}
		if (i != n) throw header.bad("gives " + i + " space directions for " + n + " axes", "Export it again.");
		return result;
	}

	private void useChannels(final long count) {
		channels = Math.toIntExact(count);
		if (channel >= channels) throw header.bad("has " + channels + " channels, 0 to " + (channels - 1) + ", but channel " +
			channel + " is asked for", "Choose another label_channel.");
	}

	private void keep() {
		final boolean oriented = header.field("spacedirections").isPresent();
		for (int i = 0; i < sizes.length; i++) {
			final boolean inSpace = IN_SPACE.contains(kinds[i]) && (!oriented || directions[i] != null);
			if (inSpace) kept.add(i);
			else if (sizes[i] > 1 && channels == 1 && channel != ONLY && (i == 0 || i == sizes.length - 1)) {
				channelsFirst = i == 0;
				useChannels(sizes[i]);
			}
			else if (sizes[i] > 1) throw header.bad("holds " + sizes[i] + " values along axis " + (i + 1) + " (" + (kinds[i]
				.isEmpty() ? "no direction in space" : "kind '" + kinds[i] + "'") + ")",
				"Only images with one value for each voxel can be used: save one channel, time point or segment layer as an image of its own.");
		}
		while (kept.size() > 3 && sizes[kept.get(kept.size() - 1)] == 1)
			kept.remove(kept.size() - 1);
		if (kept.size() > 3) throw header.bad("is " + kept.size() + "-D, sizes " + Arrays.toString(sizes),
			"Save one volume of it as a 3-D image.");
		if (kept.size() < 2) throw header.bad("has " + kept.size() + " axis in space, sizes " + Arrays.toString(sizes),
			"A stack of slices (3 axes) or a slice (2 axes) is needed.");
	}
}
