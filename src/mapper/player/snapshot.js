// A picture of exactly what is seen, with its caption and credit under it.
const BAR = 46;

export function snapshot(stage, caption, credit, colours) {
  const { width, height } = stage.size();
  const ratio = stage.canvas.width / width;
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round((height + BAR) * ratio);
  const context = canvas.getContext("2d");
  context.scale(ratio, ratio);
  context.fillStyle = colours.paper;
  context.fillRect(0, 0, width, height + BAR);
  context.drawImage(stage.canvas, 0, 0, width, height);
  context.drawImage(stage.above, 0, 0, width, height);
  context.fillStyle = colours.ink;
  context.font = '600 15px "Source Sans", sans-serif';
  context.fillText(caption, 8, height + 19, width - 16);
  context.font = '12px "Source Sans", sans-serif';
  context.fillText(credit, 8, height + 37, width - 16);
  const link = document.createElement("a");
  link.href = canvas.toDataURL("image/png");
  link.download = "map.png";
  link.click();
  return link.href;
}
