package io.github.radiomicsnomogram.io.dicom;

import io.github.radiomicsnomogram.Progress;
import io.github.radiomicsnomogram.volume.BoundingBox;
import io.github.radiomicsnomogram.volume.Geometry;
import io.github.radiomicsnomogram.volume.Mask;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * From the contours of a ROI to voxels. A contour lies on the slice whose centre is nearest; a voxel belongs to it if
 * its centre lies inside ({@link EvenOddFill}). Contours of one plane count together, even-odd: an inner contour, a
 * keyhole and CLOSEDPLANAR_XOR all make a hole. Planes that fall on one slice are united. Nothing is filled in between
 * slices. This reproduces the masks of the IBSI validation set (Vallieres et al. 2015, 10.7937/K9/TCIA.2015.7GO2GSKS)
 * voxel for voxel.
 */
final class ContourMask {

	/** Slices that contours of one plane may be apart. */
	private static final double SAME_PLANE = 1e-3;

	/** Slices off a slice's centre, or within one contour, that need no word. */
	private static final double QUIET = 0.01;

	/** Slices that the points of one contour may be apart at most. */
	private static final double PLANAR = 0.5;

	private static final int LISTED = 10;

	private final DicomRoi roi;
	private final Geometry geometry;
	private final PatientGrid grid;
	private final List<String> warnings;
	private final Progress progress;

	/** A contour in voxel indices, and the box of voxels of its plane that can be in it. */
	private record Polygon(double[] x, double[] y, double z, double spread) {

		double low(final boolean along) {
			return Arrays.stream(along ? x : y).min().orElseThrow();
		}

		double high(final boolean along) {
			return Arrays.stream(along ? x : y).max().orElseThrow();
		}

		int slice() {
			return (int) Math.floor(z + 0.5);
		}
	}

	ContourMask(final DicomRoi roi, final Geometry geometry, final List<String> warnings, final Progress progress) {
		this.roi = roi;
		this.geometry = geometry;
		grid = new PatientGrid(geometry);
		this.warnings = new ArrayList<>(warnings);
		this.progress = progress;
	}

	/**
	 * The voxels of the ROI.
	 *
	 * @throws BadDicom if a contour is not in a plane along the slices, or no voxel is inside
	 */
	DicomMask of(final List<RtStructContour> contours) throws BadDicom {
		final List<Polygon> polygons = placed(closed(contours));
		final List<List<Polygon>> planes = planes(polygons);
		noteSlices(polygons, planes);
		final BoundingBox box = box(polygons);
		if (box.voxels() > Integer.MAX_VALUE - 16) throw new BadDicom("it spans " + box.voxels() + " voxels, more than can be handled");
		final byte[] inside = new byte[(int) box.voxels()];
		for (final List<Polygon> plane : planes) {
			progress.check();
			fill(plane, box, inside);
		}
		for (final byte b : inside)
			if (b != 0) return new DicomMask(Mask.of(roi.name(), geometry, box, inside), warnings);
		throw empty();
	}

	private BadDicom empty() {
		return new BadDicom("it is empty: no voxel centre lies in its contours" + (warnings.isEmpty() ? "" : ". " + String
			.join(" ", warnings).replaceFirst("\\.$", "")));
	}

	private List<RtStructContour> closed(final List<RtStructContour> contours) throws BadDicom {
		final List<RtStructContour> closed = contours.stream().filter(RtStructContour::isClosed).toList();
		final int open = contours.size() - closed.size();
		if (open > 0) warn(open + " of " + contours.size() + " contours enclose no area (" + contours.stream().filter(c -> !c
			.isClosed()).map(c -> c.points().length < 3 ? c.points().length + " points" : DicomAttributes.shown(c.type()))
			.distinct().limit(LISTED).collect(Collectors.joining(", ")) + ") and were left out.");
		final long miscounted = contours.stream().filter(c -> c.declared() != c.points().length).count();
		if (miscounted > 0) warn(Tag.NUMBER_OF_CONTOUR_POINTS + " is wrong in " + miscounted + " of " + contours.size() +
			" contours; the points that are there were taken.");
		if (closed.stream().anyMatch(c -> c.type().isEmpty())) warn(Tag.CONTOUR_GEOMETRIC_TYPE +
			" is missing; the contours were taken as closed.");
		if (closed.isEmpty()) throw empty();
		return closed;
	}

	private List<Polygon> placed(final List<RtStructContour> contours) throws BadDicom {
		final List<Polygon> all = new ArrayList<>();
		double uneven = 0;
		int beyond = 0, over = 0;
		for (final RtStructContour contour : contours) {
			final Polygon p = polygon(contour);
			if (p.spread > PLANAR) throw new BadDicom("a contour at slice " + number(p.z) + " (from 0) is not planar along the image's " +
				"slices: its points are up to " + number(p.spread) + " slices apart. Draw it on this image, or take the image it was drawn on");
			uneven = Math.max(uneven, p.spread);
			final boolean within = p.z >= -0.5 && p.z < geometry.size(2) - 0.5;
			if (!within) beyond++;
			else if (p.low(true) < -0.5 || p.low(false) < -0.5 || p.high(true) > geometry.size(0) - 0.5 || p.high(
				false) > geometry.size(1) - 0.5) over++;
			if (within) all.add(p);
		}
		if (uneven > QUIET) warn("the points of a contour are up to " + number(uneven) +
			" slices apart, though they should be in one plane.");
		if (beyond > 0) warn(beyond + " of " + contours.size() +
			" contours lie outside the image, below its first or above its last slice, and were left out.");
		if (over > 0) warn(over + " of " + contours.size() +
			" contours lie outside the image in part or wholly, over the edges of their slices; voxels can only be inside.");
		return all;
	}

	private Polygon polygon(final RtStructContour contour) {
		final int n = contour.points().length;
		final double[] x = new double[n], y = new double[n];
		double sum = 0, low = Double.POSITIVE_INFINITY, high = Double.NEGATIVE_INFINITY;
		for (int i = 0; i < n; i++) {
			final Vector index = grid.index(contour.points()[i]);
			x[i] = index.x();
			y[i] = index.y();
			sum += index.z();
			low = Math.min(low, index.z());
			high = Math.max(high, index.z());
		}
		// Of points in one plane the mean may be off in the last bit.
		return new Polygon(x, y, low == high ? low : sum / n, high - low);
	}

	private static List<List<Polygon>> planes(final List<Polygon> polygons) {
		final List<Polygon> sorted = new ArrayList<>(polygons);
		sorted.sort(Comparator.comparingDouble(Polygon::z));
		final List<List<Polygon>> planes = new ArrayList<>();
		for (final Polygon p : sorted) {
			final List<Polygon> last = planes.isEmpty() ? List.of() : planes.get(planes.size() - 1);
			if (!last.isEmpty() && p.z - last.get(0).z <= SAME_PLANE && p.slice() == last.get(0).slice()) last.add(p);
			else planes.add(new ArrayList<>(List.of(p)));
		}
		return planes;
	}

	private void noteSlices(final List<Polygon> polygons, final List<List<Polygon>> planes) {
		final double off = polygons.stream().mapToDouble(p -> Math.abs(p.z - p.slice())).max().orElse(0);
		if (off > QUIET) warn("contours lie up to " + number(off) + " slices (" + number(off * geometry.spacing(2)) +
			" mm) off the slices of the image; each was put on the nearest slice.");
		final TreeSet<Integer> used = new TreeSet<>();
		planes.forEach(p -> used.add(p.get(0).slice()));
		if (used.size() < planes.size()) warn("contours of " + planes.size() + " planes fall on " + used.size() +
			" slices; those on one slice were united.");
		if (used.isEmpty() || used.last() - used.first() + 1 == used.size()) return;
		final List<Integer> gaps = IntStream.range(used.first(), used.last()).filter(z -> !used.contains(z))
			.boxed().toList();
		warn("no contours on " + (gaps.size() == 1 ? "slice " : "slices ") + gaps.stream().limit(LISTED).map(String::valueOf)
			.collect(Collectors.joining(", ")) + (gaps.size() > LISTED ? " and " + (gaps.size() - LISTED) + " more" : "") +
			" (from 0) between its first and last; nothing was filled in there.");
	}

	private BoundingBox box(final List<Polygon> polygons) throws BadDicom {
		BoundingBox box = null;
		for (final Polygon p : polygons) {
			final BoundingBox own = box(p);
			if (own == null) continue;
			box = box == null ? own : new BoundingBox(Math.min(box.x0(), own.x0()), Math.min(box.y0(), own.y0()), Math.min(box
				.z0(), own.z0()), Math.max(box.x1(), own.x1()), Math.max(box.y1(), own.y1()), Math.max(box.z1(), own.z1()));
		}
		if (box == null) throw empty();
		return box;
	}

	/** Voxels that can be inside a polygon, or null if there are none. */
	private BoundingBox box(final Polygon p) {
		final int x0 = (int) Math.max(0, Math.ceil(p.low(true))), y0 = (int) Math.max(0, Math.ceil(p.low(false)));
		final int x1 = (int) Math.min(geometry.size(0) - 1.0, Math.floor(p.high(true)));
		final int y1 = (int) Math.min(geometry.size(1) - 1.0, Math.floor(p.high(false)));
		return x1 < x0 || y1 < y0 ? null : new BoundingBox(x0, y0, p.slice(), x1, y1, p.slice());
	}

	private void fill(final List<Polygon> plane, final BoundingBox box, final byte[] inside) throws BadDicom {
		if (plane.stream().allMatch(p -> box(p) == null)) return;
		final BoundingBox part = box(plane);
		final EvenOddFill fill = new EvenOddFill(part.x0(), part.y0(), part.size(0), part.size(1));
		plane.forEach(p -> fill.add(p.x, p.y));
		final int width = box.size(0);
		fill.set(inside, ((part.z0() - box.z0()) * box.size(1) + part.y0() - box.y0()) * width + part.x0() - box.x0(), width);
	}

	private void warn(final String what) {
		warnings.add(roi.title() + ": " + what);
	}

	private static String number(final double v) {
		return String.format(Locale.ROOT, "%.3g", v);
	}
}
