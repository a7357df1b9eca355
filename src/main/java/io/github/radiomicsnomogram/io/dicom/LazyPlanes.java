package io.github.radiomicsnomogram.io.dicom;

import java.util.AbstractList;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.IntFunction;

import net.imglib2.img.planar.PlanarImg;

/**
 * The planes of a {@link PlanarImg}, each decoded when it is first asked for, and then kept. Safe for many threads: while
 * one decodes a plane, others that want it wait, and those that want another one don't.
 *
 * @param <A> array of a plane
 */
final class LazyPlanes<A> extends AbstractList<A> {

	private final AtomicReferenceArray<A> planes;
	private final Object[] locks;
	private final IntFunction<A> decode;

	/**
	 * @param n number of planes
	 * @param decode gives a plane; called once for each, unless it fails
	 */
	LazyPlanes(final int n, final IntFunction<A> decode) {
		planes = new AtomicReferenceArray<>(n);
		locks = new Object[n];
		for (int z = 0; z < n; z++)
			locks[z] = new Object();
		this.decode = decode;
	}

	@Override
	public A get(final int z) {
		final A known = planes.getAcquire(z);
		if (known != null) return known;
		synchronized (locks[z]) {
			if (planes.get(z) == null) planes.set(z, decode.apply(z));
			return planes.get(z);
		}
	}

	@Override
	public int size() {
		return locks.length;
	}
}
