package io.github.radiomicsnomogram.fiji;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.radiomicsnomogram.plot.NomogramFigure;
import io.github.radiomicsnomogram.plot.NomogramLayout;

import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JSlider;
import javax.swing.JTextField;
import javax.swing.KeyStroke;


/**
 * The nomogram's window: sliders, typed values, dragged marks, a loaded prediction, figures; on a small screen. In a JVM of
 * its own that has a screen; {@link NomogramFrameTest} starts it.
 */
public final class NomogramFrameSession {

	private static final int WIDTH = 1366, HEIGHT = 768;

	private NomogramFrame frame;

	private NomogramFrameSession() {}

	/** Runs every check; ends with an error if one fails. */
	public static void main(final String[] args) throws Exception {
		new NomogramFrameSession().run(Path.of(args[0]));
		System.out.println("all done");
		System.exit(0);
	}

	private void run(final Path folder) throws Exception {
		for (final Check check : List.<Check> of(this::fitsASmallScreenAndShowsEveryControl,
			this::aSliderAndATypedValueMoveEverything, this::aWrongValueIsToldAndAnEmptyOneIsNotGiven, this::aMarkIsDragged,
			this::theKeyboardReachesAndDoesEverything, () -> aPredictionIsLoadedAndTheFigureSaved(folder)))
		{
			open();
			try {
				check.run();
			}
			finally {
				close();
			}
		}
	}

	private interface Check {

		void run() throws Exception;
	}

	private void open() throws Exception {
		EventQueue.invokeAndWait(() -> {
			frame = new NomogramFrame(values("signature:0.3,ki67:20,aln:positive"));
			frame.open();
		});
	}

	private void close() throws Exception {
		if (frame != null) EventQueue.invokeAndWait(frame::dispose);
	}

	private void fitsASmallScreenAndShowsEveryControl() throws Exception {
		EventQueue.invokeAndWait(() -> {
			assertTrue(frame.getWidth() <= WIDTH && frame.getHeight() <= HEIGHT, frame.getSize().toString());
			for (final AbstractButton b : parts(frame, AbstractButton.class))
				if (b.getText() != null && !b.getText().isEmpty()) assertTrue(b.getVisibleRect().height == b.getHeight(), b.getText());
			save("nomogram-window.png");
		});
	}

	private void aSliderAndATypedValueMoveEverything() throws Exception {
		EventQueue.invokeAndWait(() -> {
			final JSlider ki67 = parts(frame, JSlider.class).get(1);
			ki67.setValue(500);
			assertEquals(50.0, frame.values().values().get("ki67"));
			final JTextField typed = fields().get(1);
			assertEquals("50.0", typed.getText());
			typed.setText("35.25");
			typed.postActionEvent();
			assertEquals(35.25, frame.values().values().get("ki67"));
			assertEquals(353, ki67.getValue(), "the nearest step");
			assertEquals("35.25", typed.getText());
			assertTrue(text(frame).contains(String.format("%.1f", frame.values().reading().total().getAsDouble())), text(frame));
		});
	}

	private void aWrongValueIsToldAndAnEmptyOneIsNotGiven() throws Exception {
		EventQueue.invokeAndWait(() -> {
			final JTextField score = fields().get(0);
			score.setText("high");
			score.postActionEvent();
			assertTrue(text(frame).contains("'high' is no value of"), text(frame));
			assertEquals(0.3, frame.values().values().get("signature"));
			score.setText("");
			score.postActionEvent();
			assertFalse(frame.values().values().containsKey("signature"));
			assertTrue(text(frame).contains("Not given"), text(frame));
			final JComboBox<?> aln = parts(frame, JComboBox.class).stream().filter(Component::isShowing).findFirst().orElseThrow();
			aln.setSelectedItem("negative");
			assertEquals(0.0, frame.values().values().get("aln"));
		});
	}

	private void aMarkIsDragged() throws Exception {
		EventQueue.invokeAndWait(() -> {
			final NomogramCanvas canvas = parts(frame, NomogramCanvas.class).get(0);
			final NomogramLayout layout = NomogramFigure.layout(frame.values().model(), frame.values().reading());
			final double scale = Math.min(canvas.getWidth() / layout.scene().width(), canvas.getHeight() / layout.scene()
				.height());
			final NomogramLayout.Row row = layout.rows().get(1);
			for (final int event : new int[] { MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_DRAGGED, MouseEvent.MOUSE_RELEASED })
				canvas.dispatchEvent(new MouseEvent(canvas, event, 0, MouseEvent.BUTTON1_DOWN_MASK, (int) Math.round(row.x(80) *
					scale), (int) Math.round(row.y() * scale), 1, false, MouseEvent.BUTTON1));
			// A pixel of the axis is less than 1 % of Ki-67 here.
			assertEquals(80, frame.values().values().get("ki67"), 1);
		});
	}

	private void theKeyboardReachesAndDoesEverything() throws Exception {
		EventQueue.invokeAndWait(() -> {
			for (final JSlider s : parts(frame, JSlider.class)) {
				assertTrue(s.isFocusable());
				assertNotNull(s.getAccessibleContext().getAccessibleName());
			}
			assertEquals(List.of((int) 'L', (int) 'S', (int) 'R', (int) 'C'), parts(frame, AbstractButton.class).stream().filter(
				b -> b.getText() != null && !b.getText().isEmpty()).map(AbstractButton::getMnemonic).toList());
			final JSlider ki67 = parts(frame, JSlider.class).get(1);
			final double before = frame.values().values().get("ki67");
			press(ki67, KeyEvent.VK_RIGHT);
			assertEquals(before + 0.1, frame.values().values().get("ki67"), 1e-12);
			final Object close = frame.getRootPane().getInputMap(JComponent.WHEN_IN_FOCUSED_WINDOW).get(KeyStroke.getKeyStroke(
				"ESCAPE"));
			frame.getRootPane().getActionMap().get(close).actionPerformed(null);
			assertFalse(frame.isDisplayable());
		});
	}

	private void aPredictionIsLoadedAndTheFigureSaved(final Path folder) throws Exception {
		final Path json = Files.writeString(folder.resolve("prediction.json"), NomogramJobTest.prediction("20", "positive"));
		EventQueue.invokeAndWait(() -> {
			frame.load(json.toFile());
			assertTrue(text(frame).contains("Values of breast-ct"), text(frame));
			assertEquals(0.323404, frame.values().values().get("signature"), 1e-6, "test-images/README.md has the arithmetic");
			for (final String name : List.of("n.svg", "n.pdf", "n.png")) {
				final File file = folder.resolve(name).toFile();
				frame.save(file);
				assertTrue(file.length() > 1000, name);
			}
			frame.save(folder.resolve("n.doc").toFile());
			assertTrue(text(frame).contains("must end with one of"), text(frame));
			save("nomogram-window-prediction.png");
		});
	}

	private static void press(final JComponent part, final int key) {
		final Object name = part.getInputMap().get(KeyStroke.getKeyStroke(key, 0));
		part.getActionMap().get(name).actionPerformed(new ActionEvent(part, ActionEvent.ACTION_PERFORMED, ""));
	}

	private List<JTextField> fields() {
		return parts(frame, JTextField.class);
	}

	private static NomogramValues values(final String text) {
		return NomogramJob.run(new NomogramOptions("zhang-2021", text, "", ""));
	}

	/** Everything that is written in the window. */
	private static String text(final Container in) {
		return String.join("\n", parts(in, javax.swing.JTextArea.class).stream().map(a -> a.getText()).toList());
	}

	private static <T> List<T> parts(final Container in, final Class<T> type) {
		final List<T> found = new ArrayList<>();
		for (final Component c : in.getComponents()) {
			if (type.isInstance(c)) found.add(type.cast(c));
			else if (c instanceof Container inner) found.addAll(parts(inner, type));
		}
		return found;
	}

	/** For a person to look at. */
	private void save(final String name) {
		final BufferedImage image = new BufferedImage(frame.getWidth(), frame.getHeight(), BufferedImage.TYPE_INT_RGB);
		frame.paint(image.getGraphics());
		try {
			ImageIO.write(image, "png", new File("target", name));
		}
		catch (final java.io.IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}
}
