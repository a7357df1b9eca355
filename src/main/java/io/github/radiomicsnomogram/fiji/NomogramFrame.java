package io.github.radiomicsnomogram.fiji;

import ij.WindowManager;
import ij.gui.GUI;

import io.github.radiomicsnomogram.InputException;
import io.github.radiomicsnomogram.model.Nomogram.Variable;
import io.github.radiomicsnomogram.plot.NomogramReading;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.GridLayout;
import java.awt.Rectangle;
import java.awt.event.ActionEvent;
import java.io.File;
import java.util.ArrayList;
import java.util.List;

import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JFrame;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.KeyStroke;
import javax.swing.UIManager;

/**
 * A nomogram to play with: a slider, a typed value and points for each variable, the result, and the drawing whose marks
 * can be dragged. Everything can be done from the keyboard: Alt and a digit go to a slider, Alt and the underlined letter
 * press a button, Escape closes.
 */
final class NomogramFrame extends JFrame {

	private static final long serialVersionUID = 1;
	private static final int PANEL = 330, GAP = 8, LINES = 5;
	private static final float RESULT = 1.15f;
	private static final double SHARE = 0.96;
	private static final Color WRONG = new Color(0xA40000);

	private final transient NomogramValues start;
	private transient NomogramValues values;
	private final transient List<NomogramSlider> sliders = new ArrayList<>();
	private final NomogramCanvas canvas;
	private final JTextArea result = text(), message = text();

	/**
	 * @param values at first
	 */
	NomogramFrame(final NomogramValues values) {
		super("Nomogram (" + values.model().id() + ")");
		start = values;
		this.values = values;
		canvas = new NomogramCanvas(values, this::move);
		setDefaultCloseOperation(DISPOSE_ON_CLOSE);
		final JScrollPane scroll = new JScrollPane(controls());
		scroll.setBorder(null);
		scroll.setPreferredSize(new Dimension(PANEL + 2 * GAP, 0));
		add(scroll, BorderLayout.WEST);
		add(canvas, BorderLayout.CENTER);
		getRootPane().getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).put(KeyStroke.getKeyStroke("ESCAPE"), "close");
		getRootPane().getActionMap().put("close", new AbstractAction() {

			private static final long serialVersionUID = 1;

			@Override
			public void actionPerformed(final ActionEvent e) {
				dispose();
			}
		});
		refresh();
	}

	/** Shows the window, no larger than the screen. */
	void open() {
		pack();
		final Rectangle screen = GUI.getMaxWindowBounds();
		setSize((int) Math.min(getWidth(), SHARE * screen.width), (int) Math.min(getHeight(), SHARE * screen.height));
		GUI.centerOnImageJScreen(this);
		WindowManager.addWindow(this);
		setVisible(true);
	}

	@Override
	public void dispose() {
		WindowManager.removeWindow(this);
		super.dispose();
	}

	private JPanel controls() {
		final JPanel panel = new JPanel();
		panel.setLayout(new BoxLayout(panel, BoxLayout.Y_AXIS));
		panel.setBorder(BorderFactory.createEmptyBorder(GAP, GAP, GAP, GAP));
		result.setFont(result.getFont().deriveFont(RESULT * result.getFont().getSize2D()));
		result.getAccessibleContext().setAccessibleName("Result");
		message.getAccessibleContext().setAccessibleName("Messages");
		for (final Variable v : values.nomogram().variables()) {
			sliders.add(new NomogramSlider(v, sliders.size() + 1, this::move, this::type));
			panel.add(sliders.get(sliders.size() - 1));
		}
		panel.add(result);
		panel.add(Box.createVerticalStrut(GAP));
		panel.add(buttons());
		panel.add(message);
		panel.add(Box.createVerticalGlue());
		return panel;
	}

	private JPanel buttons() {
		final JPanel panel = new JPanel(new GridLayout(2, 2, GAP, GAP));
		panel.add(button("Load prediction...", 'L', this::load));
		panel.add(button("Save figure...", 'S', this::save));
		panel.add(button("Reset", 'R', () -> change(start)));
		panel.add(button("Close", 'C', this::dispose));
		panel.setMaximumSize(new Dimension(Integer.MAX_VALUE, panel.getPreferredSize().height));
		return panel;
	}

	private static JButton button(final String text, final char key, final Runnable action) {
		final JButton button = new JButton(text);
		button.setMnemonic(key);
		button.addActionListener(e -> action.run());
		return button;
	}

	/** Text that wraps, and that a screen reader and a pointer can take. */
	private static JTextArea text() {
		final JTextArea area = new JTextArea(LINES, 0);
		area.setEditable(false);
		area.setLineWrap(true);
		area.setWrapStyleWord(true);
		area.setOpaque(false);
		area.setFont(UIManager.getFont("Label.font"));
		area.setMaximumSize(new Dimension(Integer.MAX_VALUE, Integer.MAX_VALUE));
		return area;
	}

	/** What the values are now. */
	NomogramValues values() {
		return values;
	}

	private void move(final String id, final double value) {
		change(new NomogramValues(values.model(), values.with(id, value).values(), ""));
	}

	private void type(final String id, final String typed) {
		attempt(() -> change(new NomogramValues(values.model(), values.with(id, typed).values(), "")));
	}

	private void change(final NomogramValues changed) {
		values = changed;
		refresh();
	}

	private void refresh() {
		final NomogramReading reading = values.reading();
		for (int i = 0; i < sliders.size(); i++)
			sliders.get(i).show(reading.entries().get(i));
		canvas.show(values);
		result.setText(NomogramText.result(values));
		say(NomogramText.notes(values), false);
	}

	private void load() {
		final JFileChooser chooser = new JFileChooser();
		chooser.setDialogTitle("Load prediction.json");
		if (chooser.showOpenDialog(this) == JFileChooser.APPROVE_OPTION) load(chooser.getSelectedFile());
	}

	/** The values of a prediction. */
	void load(final File file) {
		attempt(() -> change(SavedPrediction.read(file.toPath(), values.model())));
	}

	private void save() {
		final JFileChooser chooser = new JFileChooser();
		chooser.setDialogTitle("Save as .svg, .pdf or .png");
		chooser.setSelectedFile(new File("nomogram.pdf"));
		if (chooser.showSaveDialog(this) == JFileChooser.APPROVE_OPTION) save(chooser.getSelectedFile());
	}

	/** The drawing as a file. */
	void save(final File file) {
		attempt(() -> {
			NomogramJob.save(values, file.toPath());
			say("Saved to " + file, false);
		});
	}

	private void attempt(final Runnable work) {
		try {
			work.run();
		}
		catch (final InputException e) {
			say(e.getMessage(), true);
		}
	}

	private void say(final String text, final boolean wrong) {
		message.setForeground(wrong ? WRONG : UIManager.getColor("Label.foreground"));
		message.setText(text);
	}
}
