package io.github.radiomicsnomogram.fiji;

import io.github.radiomicsnomogram.model.Nomogram.Variable;
import io.github.radiomicsnomogram.plot.Figures;
import io.github.radiomicsnomogram.plot.NomogramFigure;
import io.github.radiomicsnomogram.plot.NomogramLayout;

import java.awt.Color;
import java.awt.Cursor;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Optional;
import java.util.function.BiConsumer;

import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JComponent;

/** The drawn nomogram, as large as the place allows; its marks can be dragged. The sliders do the same from the keyboard. */
final class NomogramCanvas extends JComponent {

	private static final long serialVersionUID = 1;
	private static final double SCALE = 1.1;

	private final transient BiConsumer<String, Double> moved;
	private transient NomogramLayout layout;
	private transient Optional<NomogramLayout.Row> held = Optional.empty();

	/**
	 * @param values at first
	 * @param moved hears the variable's id and its value when a mark is dragged
	 */
	NomogramCanvas(final NomogramValues values, final BiConsumer<String, Double> moved) {
		this.moved = moved;
		show(values);
		setPreferredSize(new Dimension((int) (SCALE * layout.scene().width()), (int) (SCALE * layout.scene().height())));
		final Mouse mouse = new Mouse();
		addMouseListener(mouse);
		addMouseMotionListener(mouse);
	}

	/** Draws other values. */
	void show(final NomogramValues values) {
		layout = NomogramFigure.layout(values.model(), values.reading());
		getAccessibleContext().setAccessibleName("Nomogram");
		getAccessibleContext().setAccessibleDescription(values.summary());
		repaint();
	}

	private double scale() {
		return Math.min(getWidth() / layout.scene().width(), getHeight() / layout.scene().height());
	}

	@Override
	protected void paintComponent(final Graphics graphics) {
		final Graphics2D g = (Graphics2D) graphics.create();
		g.setColor(Color.WHITE);
		g.fillRect(0, 0, getWidth(), getHeight());
		g.scale(scale(), scale());
		Figures.paint(layout.scene(), g);
		g.dispose();
	}

	@Override
	public AccessibleContext getAccessibleContext() {
		if (accessibleContext == null) accessibleContext = new AccessibleJComponent() {

			private static final long serialVersionUID = 1;

			@Override
			public AccessibleRole getAccessibleRole() {
				return AccessibleRole.CANVAS;
			}
		};
		return accessibleContext;
	}

	private final class Mouse extends MouseAdapter {

		@Override
		public void mousePressed(final MouseEvent e) {
			held = layout.rowAt(e.getY() / scale()).filter(r -> e.getX() / scale() >= r.left() - r.right() / 50);
			mouseDragged(e);
		}

		@Override
		public void mouseDragged(final MouseEvent e) {
			held.ifPresent(row -> {
				final Variable v = row.variable();
				final double value = row.valueAt(e.getX() / scale());
				moved.accept(v.id(), v.levels().isEmpty() ? new NomogramStep(v).rounded(value) : value);
			});
		}

		@Override
		public void mouseReleased(final MouseEvent e) {
			held = Optional.empty();
		}

		@Override
		public void mouseMoved(final MouseEvent e) {
			setCursor(Cursor.getPredefinedCursor(layout.rowAt(e.getY() / scale()).isPresent() ? Cursor.HAND_CURSOR
				: Cursor.DEFAULT_CURSOR));
		}
	}
}
