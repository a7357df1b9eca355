package io.github.radiomicsnomogram.fiji;

import io.github.radiomicsnomogram.model.Nomogram.Variable;
import io.github.radiomicsnomogram.plot.NomogramReading;

import java.awt.BorderLayout;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import javax.swing.BorderFactory;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;
import javax.swing.JTextField;

/** A variable of a nomogram: its name, a slider, a field to type the value or to choose the level, its points. */
final class NomogramSlider extends JPanel {

	private static final long serialVersionUID = 1;
	private static final int COLUMNS = 7, PAGES = 10, GAP = 4;
	private static final String UNKNOWN = "not given", SHOWN = "shown";

	private final transient Variable variable;
	private final transient NomogramStep step;
	private final transient BiConsumer<String, String> typed;
	private final JSlider slider = new JSlider();
	private final JTextField field = new JTextField(COLUMNS);
	private final JComboBox<String> levels = new JComboBox<>();
	private final JLabel points = new JLabel(" ");
	private boolean filling;

	/**
	 * @param variable shown
	 * @param number of the variable, from 1: its Alt key
	 * @param moved hears the id and the value of the slider
	 * @param typed hears the id and what was typed, "" for a value that is not known
	 */
	NomogramSlider(final Variable variable, final int number, final BiConsumer<String, Double> moved,
		final BiConsumer<String, String> typed)
	{
		super(new BorderLayout(GAP, 0));
		this.variable = variable;
		this.typed = typed;
		step = new NomogramStep(variable);
		final JComponent value = variable.levels().isEmpty() ? field : levels;
		final JLabel name = new JLabel(number + "  " + variable.label() + (variable.unit().isEmpty() ? "" : " (" + variable
			.unit() + ")"));
		name.setDisplayedMnemonic((char) ('0' + number));
		name.setLabelFor(slider);
		setUpSlider(moved);
		setUpValue();
		value.getAccessibleContext().setAccessibleName(variable.label());
		points.setHorizontalAlignment(JLabel.RIGHT);
		add(name, BorderLayout.NORTH);
		add(slider, BorderLayout.CENTER);
		add(value, BorderLayout.EAST);
		add(points, BorderLayout.SOUTH);
		setBorder(BorderFactory.createEmptyBorder(GAP, 0, GAP, 0));
	}

	private void setUpSlider(final BiConsumer<String, Double> moved) {
		slider.setMinimum(0);
		slider.setMaximum(step.last());
		slider.setMajorTickSpacing(Math.max(1, step.last() / PAGES));
		slider.setPaintTicks(true);
		slider.setSnapToTicks(!variable.levels().isEmpty());
		slider.getAccessibleContext().setAccessibleName(variable.label());
		slider.addChangeListener(e -> {
			if (!filling) moved.accept(variable.id(), step.value(slider.getValue()));
		});
	}

	private void setUpValue() {
		Stream.concat(Stream.of(UNKNOWN), variable.levels().stream()).forEach(levels::addItem);
		levels.addActionListener(e -> {
			if (!filling) typed.accept(variable.id(), levels.getSelectedIndex() < 1 ? "" : (String) levels.getSelectedItem());
		});
		field.setToolTipText("Type a value and press Enter; empty: not given");
		field.addActionListener(e -> type());
		field.addFocusListener(new FocusAdapter() {

			@Override
			public void focusLost(final FocusEvent e) {
				type();
			}
		});
	}

	private void type() {
		if (!filling && !field.getText().trim().equals(field.getClientProperty(SHOWN))) typed.accept(variable.id(), field
			.getText().trim());
	}

	/** Shows a value without telling anybody. */
	void show(final NomogramReading.Entry entry) {
		filling = true;
		final OptionalDouble value = entry.value();
		value.ifPresent(v -> slider.setValue(step.position(v)));
		if (variable.levels().isEmpty()) fill(value);
		else levels.setSelectedIndex(value.isPresent() ? 1 + (int) value.getAsDouble() : 0);
		points.setText(entry.points().isPresent() ? String.format(Locale.ROOT, "%.1f points", entry.points().getAsDouble())
			: UNKNOWN);
		slider.getAccessibleContext().setAccessibleDescription(entry.text() + ", " + points.getText());
		filling = false;
	}

	/** A number keeps the digits that it has: a score of a prediction has more than the slider. */
	private void fill(final OptionalDouble value) {
		String text = "";
		if (value.isPresent()) {
			final double v = value.getAsDouble();
			text = step.rounded(v) == v ? step.text(v) : Double.toString(v);
		}
		field.setText(text);
		field.setCaretPosition(0);
		field.putClientProperty(SHOWN, text);
	}
}
