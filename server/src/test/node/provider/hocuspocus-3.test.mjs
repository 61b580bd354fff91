import * as provider from "hocuspocus-provider-3";
import { hocuspocusSuite } from "./hocuspocus.test.mjs";

hocuspocusSuite("3.4.4", provider);
