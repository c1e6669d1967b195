// A picture of exactly what is seen, with its caption and credit under it.
import { measured, told } from "./ruler.js";

const BAR = 46;
const INSET = 10;

export function snapshot(stage, { caption, credit, speak }, colours) {
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
  scale(context, stage, speak, colours);
  const link = document.createElement("a");
  link.href = canvas.toDataURL("image/png");
  link.download = "map.png";
  link.click();
  return link.href;
}

// As on the screen: a bar with its length, in the lower left corner of the map.
function scale(context, stage, speak, colours) {
  const { height } = stage.size();
  const screen = stage.screen();
  const found = measured(screen.metre(screen.lat(height / 2)));
  const said = told(found, speak);
  const wide = Math.max(found.px, context.measureText(said).width) + 2 * INSET;
  context.fillStyle = colours.paper;
  context.fillRect(INSET, height - 36, wide, 28);
  context.fillStyle = colours.ink;
  context.fillText(said, 2 * INSET, height - 20);
  context.fillRect(2 * INSET, height - 14, found.px, 2);
}
